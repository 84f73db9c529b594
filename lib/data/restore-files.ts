import { createHash } from 'node:crypto'
import { attachmentStore } from './attachment-store'
import type { AttachedFile } from './backup-format'
import type { Part } from './backup-read'

/**
 * Puts the attached files of a backup back into the store, one at a time, each held to its hash. Their names are random
 * and their bytes never change, so that a restore which is rolled back has harmed nothing by them.
 */
export class FilesBack {
  private file: AttachedFile | null = null
  private bytes: Buffer[] = []

  /** Takes the next piece of the backup; whatever ends a file puts it. Throws when its bytes are not those of its hash. */
  async take(part: Part): Promise<void> {
    if (part.kind === 'data') {
      this.bytes.push(part.bytes)
      return
    }
    await this.putBack()
    if (part.kind === 'file') this.file = part.file
  }

  private async putBack(): Promise<void> {
    const { file } = this
    const whole = Buffer.concat(this.bytes)
    this.file = null
    this.bytes = []
    if (file === null) return
    if (createHash('sha256').update(whole).digest('hex') !== file.sha256)
      throw new Error(`${file.name} is not what was attached`)
    await attachmentStore().put(file.name, whole)
  }
}

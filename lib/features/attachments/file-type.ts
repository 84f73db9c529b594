import type { AttachmentType } from '@/lib/domain/types'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const LAST_BYTES = 2_048

/** A signature, then chunks of a length and a name, from IHDR to IEND, and nothing after. */
function isPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return false
  let at = PNG.length
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (first && name !== 'IHDR') return false
    at += 12 + bytes.readUInt32BE(at)
    if (name === 'IEND') return at === bytes.length
  }
  return false
}

/** A start marker, then segments up to the scan, and an end marker. */
function isJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return false
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false
    if (bytes[at + 1] === 0xda) return true
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return false
}

/** A header at the very beginning, and a trailer that says where the table of objects is. */
function isPdf(bytes: Buffer): boolean {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return false
  return /startxref\s+\d+\s+%%EOF\s*$/.test(bytes.toString('latin1', bytes.length - LAST_BYTES))
}

/** What a file is by its content, whatever its name says; null for anything that cannot be attached. */
export function fileType(bytes: Buffer): AttachmentType | null {
  if (isPdf(bytes)) return 'application/pdf'
  if (isPng(bytes)) return 'image/png'
  return isJpeg(bytes) ? 'image/jpeg' : null
}

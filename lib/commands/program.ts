import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { Failure } from './failure'

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** The file behind a program of an installed package, to be run by this very Node: no shell, no npx, no PATH. */
export function programOf(name: string, packageName = name): string {
  const require = createRequire(path.resolve('package.json'))
  const manifestFile = path.resolve('node_modules', packageName, 'package.json')
  try {
    const { bin } = manifestSchema.parse(require(manifestFile))
    const file = typeof bin === 'string' ? bin : bin[name]
    if (file === undefined) throw new Error(`no program ${name}`)
    return path.join(path.dirname(manifestFile), file)
  } catch (error) {
    throw new Failure(`${packageName} is not installed; run: npm ci`, { cause: error })
  }
}

/** Runs a program of a package to its end, its output passed on (or kept back unless it fails). Throws Failure. */
export async function runProgram(
  file: string,
  args: string[],
  options: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<void> {
  const kept: Buffer[] = []
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...options.env },
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  // Ended early (a signal), we take along what works for us.
  const takeAlong = () => child.kill()
  process.once('exit', takeAlong)
  child.stdout?.on('data', (chunk: Buffer) => kept.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => kept.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  process.removeListener('exit', takeAlong)
  if (code === 0) return
  if (kept.length > 0) process.stderr.write(Buffer.concat(kept))
  throw new Failure(`${path.basename(file)} ${args.slice(0, 2).join(' ')} failed.`)
}

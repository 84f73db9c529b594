import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'
import { migrationAdapter } from './migration-adapter'
import { migrationNames, readMigrations } from './migrations'

const SCHEMA_PATH = path.resolve('prisma/schema.prisma')
const NO_FILTER = { externalTables: [], externalEnums: [] }

/** The schema engine bound to one pool, and the database's own error behind the engine's last complaint. */
interface Engine {
  engine: engineModule.SchemaEngine
  lastError: () => unknown
}

let instantiated: Promise<string> | undefined

/** Instantiates the WebAssembly module once and returns the text of schema.prisma. */
function instantiate(): Promise<string> {
  instantiated ??= (async () => {
    const file = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace(/\.js$/, '.wasm')
    // Without this hook a panic of the engine leaves its promise pending for ever.
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: refuse } })
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports, // wasm-bindgen's own glue
    })
    engineModule.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
    return readFile(SCHEMA_PATH, 'utf8')
  })()
  return instantiated
}

function refuse(message: string): never {
  throw new Error(message)
}

async function engineOn(pool: pg.Pool): Promise<Engine> {
  const datamodel = await instantiate()
  let lastError: unknown
  const factory = migrationAdapter(pool, (error) => {
    lastError ??= error
  })
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [[SCHEMA_PATH, datamodel]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  return { engine, lastError: () => lastError }
}

/**
 * Applies the migrations that the database lacks (of those named, else of all), inside the transaction that the pool's
 * one connection has open, and returns their names. Throws the database's own error where there is one.
 */
export async function applyMigrations(pool: pg.Pool, wanted?: string[]): Promise<string[]> {
  const names = wanted ?? (await migrationNames())
  const { engine, lastError } = await engineOn(pool)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(names),
      filters: NO_FILTER,
    })
    return appliedMigrationNames
  } catch (error) {
    throw lastError() ?? error
  } finally {
    engine.free()
  }
}

/** The SQL that leads from the database behind the pool to schema.prisma; empty when they agree. */
export async function differenceToSchema(pool: pg.Pool): Promise<string> {
  const { engine } = await engineOn(pool)
  const content = await instantiate()
  try {
    const { stdout, exitCode } = await engine.diff({
      from: {
        tag: 'schemaDatasource',
        files: [{ path: SCHEMA_PATH, content }],
        configDir: path.dirname(SCHEMA_PATH),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA_PATH, content }] },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    })
    return exitCode === 0 ? '' : (stdout ?? '')
  } finally {
    engine.free()
  }
}

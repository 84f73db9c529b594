import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** Which columns of a query are of the catalogue's one-letter type "char"; the same SQL always has the same ones. */
type Letters = Map<string, number[]>

/** Prisma's adapter over one pool, fit for the schema engine; `onScriptError` hears the database's own error. */
export function migrationAdapter(
  pool: pg.Pool,
  onScriptError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const letters: Letters = new Map()
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await new PrismaPg(noting(pool, letters)).connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const column of letters.get(query.sql) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    }
    // The adapter cuts scripts at every semicolon, which breaks function bodies and lets a script half succeed.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        onScriptError(error)
        throw error
      }
    }
    return adapter
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb: () => Promise.reject(new Error('no shadow database is ever needed')),
  }
}

/** The adapter refuses columns of type "char", which the engine reads to compare schemas: pass them as text, and note which. */
function noting(pool: pg.Pool, letters: Letters): pg.Pool {
  return new Proxy(pool, {
    get(target, key) {
      const member = Reflect.get(target, key, target)
      if (typeof member !== 'function') return member
      if (key !== 'query') return member.bind(target)
      return async (query: { text: string }) => {
        const result: pg.QueryResult = await member.call(target, query)
        const columns = result.fields.flatMap(({ dataTypeID }, index) =>
          dataTypeID === pg.types.builtins.CHAR ? [index] : [],
        )
        letters.set(query.text, columns)
        for (const column of columns) {
          const field = result.fields[column]
          if (field !== undefined) field.dataTypeID = pg.types.builtins.TEXT
        }
        return result
      }
    },
  })
}

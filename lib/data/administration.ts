import pg from 'pg'

const CONNECT_WITHIN_MS = 10_000

/** The server's version as a number (180004 is 18.4) and as text. Throws when it cannot be reached. */
export async function serverVersion(url: string): Promise<{ number: number; text: string }> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: number; text: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
    )
    const [version] = rows
    if (version === undefined) throw new Error('the server does not say its version')
    return version
  })
}

/** Makes a database on the server of `url` unless it is there. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
}

/** Makes an empty database on the server of `url` and returns its address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)} template template0`),
  )
  return addressOf(url, name)
}

/** Drops a database and those whose names continue it with an underscore, whoever is connected. */
export async function dropDatabases(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname = $1 or starts_with(datname, $1 || '_')`,
      [name],
    )
    for (const { datname } of rows)
      await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`)
  })
}

/** Deletes every table and record; the database is as if just made. */
export async function emptyDatabase(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query('begin; drop schema public cascade; create schema public; commit'),
  )
}

/** Whether an error is the server's refusal of a password. */
export function isWrongPassword(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '28P01'
}

function addressOf(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'pledgebook administration',
  })
  client.on('error', () => undefined) // a connection lost between two queries fails the next one
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

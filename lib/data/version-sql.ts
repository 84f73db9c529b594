import { stated } from '@/lib/data/asked'

const VERSIONS = (commitment: string) => `version as (
      select x.*, row_number() over (order by x.id) as number from fact x
      where x.commitment_id = ${commitment} and x.kind in ('original', 'amendment', 'correction')
    )`

// A correction replaces the content of the version it names; several of one: the latest recorded, then the last listed.
const CORRECTED = `select content.* from named
    join lateral (
      select version.* from version
      where ${stated('version')} and (version.id = named.id or version.corrects = named.number)
      order by version.kind = 'correction' desc, version.recorded desc, version.id desc limit 1
    ) content on true`

/** A lateral row `alias`: the fact that states the promise of a commitment in force on f.as_of, as known at f.seq (method, section 10). */
export function inForceSql(commitment: string, alias: string): string {
  return `left join lateral (
    with ${VERSIONS(commitment)}, named as (
      select * from version where version.kind in ('original', 'amendment') and ${stated('version')}
        and (version.kind = 'original' or version."on" <= f.as_of)
      order by case when version.kind = 'amendment' then version."on" end desc nulls last, version.recorded desc, version.id desc
      limit 1
    ) ${CORRECTED}
  ) ${alias} on true`
}

/** A lateral row `alias`: version 1 of a commitment as corrected, as known at f.seq (method, section 10). */
export function originalSql(commitment: string, alias: string): string {
  return `left join lateral (
    with ${VERSIONS(commitment)}, named as (
      select * from version where version.kind = 'original' and ${stated('version')} order by version.id limit 1
    ) ${CORRECTED}
  ) ${alias} on true`
}

const SOURCE = `jsonb_build_array(s.url, s.publisher, s.published_on, s.language)`

/**
 * Everything that a book states, claims and attached files excepted: a row for each agreement and target with all that holds
 * of it, in no order but that of its lists. Version 1 counts as corrected, since a row of a file states it so (contract, section 5).
 */
export const STATED = `
  with facts as (
    select c.agreement_id, jsonb_build_array(c.measure, c.scope, c.currency, f.kind, f.observation, f."on", f.on_text,
      f.comparator, f.low, f.high, f.missing, f.deadline, nullif(f.milestones, '[]'), f.evidence, f.corrects, f.as_stated,
      f.deadline_as_stated, f.perimeter, f.note, ${SOURCE}) as fact
    from commitment c join fact f on f.commitment_id = c.id left join source s on s.id = f.source_id
    where f.retracted is null and f.kind <> 'claim' and not (f.kind = 'original' and exists (
      select from fact x where x.commitment_id = c.id and x.kind = 'correction' and x.corrects = 1 and x.retracted is null
    ))
  ), events as (
    select e.agreement_id, jsonb_build_array(e.kind, e."on", e.on_text, e.as_stated, e.reason, ${SOURCE}) as event
    from event e left join source s on s.id = e.source_id where e.retracted is null
  )
  select a.reference as subject, md5(jsonb_build_array(
    a.title, a.type, a.binding, a.sector, a.region, a.place, a.summary, a.signed_basis, a.notes,
    (select jsonb_agg(fact order by fact) from facts where agreement_id = a.id),
    (select jsonb_agg(event order by event) from events where agreement_id = a.id),
    (select jsonb_agg(jsonb_build_array(r.kind, t.reference) order by r.kind, t.reference)
      from relation r join agreement t on t.id = r.to_id where r.from_id = a.id and r.retracted is null),
    (select jsonb_agg(jsonb_build_array(p.role, o.name) order by p.role, p.position)
      from party p join organisation o on o.id = p.organisation_id where p.agreement_id = a.id),
    (select jsonb_agg(jsonb_build_array(g.side, g.capacity, g.title, n.name) order by g.position)
      from signatory g join person n on n.id = g.person_id where g.agreement_id = a.id),
    (select jsonb_agg(${SOURCE} order by x.position)
      from agreement_source x join source s on s.id = x.source_id where x.agreement_id = a.id)
  )::text) as said from agreement a where a.retracted is null
  union all
  select t.code, md5((to_jsonb(t) - 'id' - 'version' - 'recorded' - 'updated')::text) from target t
  order by subject`

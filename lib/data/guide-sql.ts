/** e(day) of a standing as numerator and denominator in its own unit, exact; null where no path exists (method, section 6). */
export function guideSql(row: string, day: string): { num: string; den: string } {
  const span = `(${row}.piece_to_day - ${row}.piece_from_day)`
  const flat = `${row}.piece_from_value = ${row}.piece_to_value`
  return {
    num: `case when ${flat} then ${row}.piece_to_value::numeric else ${row}.piece_from_value::numeric * ${span}
      + (${row}.piece_to_value - ${row}.piece_from_value)::numeric * (${day} - ${row}.piece_from_day) end`,
    den: `case when ${flat} then 1 when ${row}.piece_to_day is not null then ${span} end`,
  }
}

/** Whether the launcher has announced a stop: readers should go elsewhere, running requests still end (set by lib/commands/supervised.mjs). */
export function isDraining(): boolean {
  return Reflect.get(globalThis, Symbol.for('pledgebook.draining')) === true
}

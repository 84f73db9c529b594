// Imported first by every command line, for its effect: an old Node fails later with a riddle.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const fits = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
if (!fits) {
  console.error(
    `Pledgebook needs Node 24 (or 22.12, or 20.19, or later in their lines); this is ${process.version}.`,
  )
  process.exit(1)
}

// Run by plain Node before every command line, in words that any Node of the last ten years understands: an old one
// fails on what comes after it with a riddle.
const [major, minor] = process.versions.node.split('.').map(Number)
const fits = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
if (!fits) {
  console.error(
    `Pledgebook needs Node 24 (or 22.12, or 20.19, or later in their lines); this is ${process.versions.node}.`,
  )
  process.exit(1)
}

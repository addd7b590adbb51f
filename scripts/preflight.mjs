// Plain JavaScript that any Node can read: everything after it relies on Node running TypeScript as it stands.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Anti-Entropy needs Node 22.19 or newer and found ${process.versions.node}; install it from https://nodejs.org and try again.`,
  )
  process.exit(1)
}

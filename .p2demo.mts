import { seedDemo } from '/work/main/lib/commands/demo/seed-demo'
console.log(await seedDemo('/tmp/p2demo-data'))
process.exit(0)

// Reads paths of .glb and .gltf files, one a line, from standard input; prints the Khronos
// validator's report for each as one JSON object {path: report}.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const clients = new URL('../clients/web/package.json', import.meta.url)
const validator = createRequire(clients)('gltf-validator')

async function report(path) {
  const bytes = new Uint8Array(readFileSync(path))
  return validator.validateBytes(bytes, {
    uri: path,
    maxIssues: 100,
    externalResourceFunction: async (uri) =>
      new Uint8Array(readFileSync(resolve(dirname(path), decodeURIComponent(uri)))),
  })
}

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean)
const reports = {}
for (const path of paths) reports[path] = await report(path)
process.stdout.write(JSON.stringify(reports))

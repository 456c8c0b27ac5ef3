/** Run by npx beside the packages it brought: prints where Node and pnpm are, as a Runtime in JSON. */
import { dirname } from 'node:path'
import { findOnPath } from './find-on-path.mjs'

const pnpm = findOnPath('pnpm')
console.log(JSON.stringify({ node: process.execPath, pnpm: pnpm && dirname(pnpm) }))

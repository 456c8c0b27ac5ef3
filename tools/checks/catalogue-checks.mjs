/** Runs the checks of texts in a process of its own: they read TypeScript, which the Node that a command was typed with may not know, with packages that are there once all is installed. */
import { checkCatalogueKeys } from './catalogue-keys.mjs'
import { screenTexts } from './screen-texts.mjs'
import { checkSources } from './sources.mjs'

/** @type {Record<string, () => Promise<import('../steps/run-steps.mjs').StepResult>>} */
const checks = { texts: () => checkSources(screenTexts), keys: checkCatalogueKeys }

const [name = ''] = process.argv.slice(2)
const { ok, output } = (await checks[name]?.()) ?? { ok: false, output: `There is no check "${name}".` }
if (output !== '') console.log(output)
process.exitCode = ok ? 0 : 1

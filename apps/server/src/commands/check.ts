/** `haykal check`: says everything that is wrong with a project, and writes down who may do what. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAccess, writeRuleMatrix } from '@haykal/access'
import { rulesOptionsOf } from '@haykal/auth'
import { Mistake } from '../mistake.ts'
import { findTarget } from '../project/find-target.ts'
import { loadProject } from '../project/load-project.ts'
import type { Call } from './command.ts'

/** The file beside the project's own that holds who may do what. */
const matrixFile = 'rules.md'

/** Checks models, roles and rules. Throws with every mistake; with `--verify`, also when the file of rights is not what it should be. */
export async function run({ terminal, words, flags, isJson }: Call): Promise<void> {
  const target = findTarget(words[0], terminal.cwd)
  if (target.type !== 'project')
    throw new Mistake('Only a project can be checked: name a folder with a haykal.config.ts.')
  const { models, people, rules } = await loadProject(target.folder)
  const access = createAccess(models, rules, rulesOptionsOf(people))
  const roles = [...people.roleNames, 'public']
  const matrix = writeRuleMatrix({ models, access, rules, roles })
  const file = join(target.folder, matrixFile)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (flags.verify === true && before !== matrix) {
    throw new Mistake(
      `${matrixFile} does not say who may do what any more: run "haykal check --matrix", and read what changed in it.`,
    )
  }
  if (flags.matrix === true) writeFileSync(file, matrix)
  if (isJson) terminal.out(JSON.stringify({ models: models.all.length, roles, matrix }, null, 2))
  else {
    terminal.out(`${models.all.length} models and ${roles.length} roles, and nothing is wrong with them.`)
    if (flags.matrix === true)
      terminal.out(`${matrixFile} ${before === matrix ? 'says the same as before' : 'is written'}.`)
  }
}

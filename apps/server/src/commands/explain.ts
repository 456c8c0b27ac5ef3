/** `haykal explain`: why somebody may or may not do something, as the rule that decides says it. */
import { type Act, acts } from '@haykal/access'
import { type Auth, meOf, meOfRole } from '@haykal/auth'
import { explanationText, verdictText } from '@haykal/contract/explanation-text'
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { type Explanation, HaykalError, type ToldAbout, type Viewer } from '@haykal/model'
import { explainAccess, type RecordsCore } from '@haykal/records'
import { Mistake } from '../mistake.ts'
import { findTarget } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'
import { type Call, textFlag } from './command.ts'
import { settingsOf } from './serve-target.ts'

/** Prints yes or no, and why. */
export async function run(call: Call): Promise<void> {
  const { terminal, words, isJson } = call
  const [person, act, model, id] = words
  if (person === undefined || act === undefined || model === undefined)
    throw new Mistake('Say who, what and where: haykal explain PERSON ACT MODEL [ID]. See "haykal explain --help".')
  if (!isAct(act)) throw new Mistake(`"${act}" is nothing that rules are about: there are ${acts.join(', ')}.`)
  const settings = settingsOf(call)
  const { cwd } = terminal
  const say = (sentence: string) => terminal.tell(sentence)
  const target = findTarget(textFlag(call, 'in'), cwd)
  const opened = await openTarget(target, { settings, cwd, scale: 1, modules: {}, say })
  try {
    const core = await opened.state.records()
    const { viewer, about } = await askedAbout(opened.state.auth, person)
    const field = textFlag(call, 'field')
    const question = {
      viewer,
      about,
      act,
      model,
      ...(id === undefined ? {} : { id }),
      ...(field === undefined ? {} : { field }),
    }
    const { explanation } = await explainAccess(core, question).catch((error: unknown) => {
      throw missing(core, question, error)
    })
    terminal.out(isJson ? JSON.stringify(explanation, null, 2) : sentenceOf(explanation, core.closedOf(model)))
  } finally {
    await opened.close()
  }
}

function isAct(text: string): text is Act {
  return acts.some((act) => act === text)
}

/** A person by their address; or, where there is no `@` in it, anybody of a role. */
async function askedAbout(
  { roster, declared }: Auth,
  person: string,
): Promise<{ readonly viewer: Viewer; readonly about: ToldAbout }> {
  if (!person.includes('@')) {
    const roles = [...declared.roleNames, 'public']
    if (!roles.includes(person))
      throw new Mistake(`"${person}" is no email address, and no role either: there are ${roles.join(', ')}.`)
    return { viewer: { id: null, role: person, me: meOfRole(declared, person) }, about: { type: 'role' } }
  }
  const found = await roster.find(person)
  if (!found) throw new Mistake(`Nobody here has the address ${person}.`)
  if (found.suspendedAt !== null)
    throw new Mistake(
      `${found.name} is suspended since ${found.suspendedAt}, and may do nothing until an owner resumes them.`,
    )
  return {
    viewer: { id: found.id, role: found.role, me: meOf(declared, found) },
    about: { type: 'person', name: found.name },
  }
}

function sentenceOf(explanation: Explanation, closed: string | undefined): string {
  const teller = { t: createTranslator(en, 'en'), locale: 'en' }
  const isWrite = explanation.act !== 'read'
  if (isWrite && closed !== undefined)
    return `No. Nobody can change these records (${closed}). By the rules: ${explanationText(teller, explanation)}`
  return verdictText(teller, explanation)
}

function missing(
  core: RecordsCore,
  { model, field, id }: { readonly model: string; readonly field?: string; readonly id?: string },
  error: unknown,
): unknown {
  if (!(error instanceof HaykalError) || error.code !== 'not_found') return error
  const found = core.models.get(model)
  if (!found)
    return new Mistake(`There is no model "${model}": there are ${core.models.all.map(({ name }) => name).join(', ')}.`)
  if (field !== undefined && !found.field(field))
    return new Mistake(
      `${model} has no field "${field}": there are ${found.fields.map(({ name }) => name).join(', ')}.`,
    )
  return new Mistake(`${model} has no record ${id ?? ''}.`)
}

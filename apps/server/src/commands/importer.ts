/** Whoever an import is done for, and what they may do with the model that it is about. */
import type { VisibleModel } from '@haykal/access'
import { meOf, meOfRole } from '@haykal/auth'
import type { Viewer } from '@haykal/model'
import type { RecordsCore } from '@haykal/records'
import { Mistake } from '../mistake.ts'
import type { Opened } from '../project/opened.ts'

/** A person at the door of the records. */
export interface Importer {
  readonly core: RecordsCore
  readonly viewer: Viewer
  readonly visible: VisibleModel
  /** What they are called at the terminal. */
  readonly name: string
}

/** The person of an address, or else the owner who has been there longest. Throws `Mistake` for nobody, and for a model that they do not see. */
export async function importerFor(
  { state }: Opened,
  { model, email }: { readonly model: string; readonly email: string | undefined },
): Promise<Importer> {
  const { roster, declared } = state.auth
  const found = email === undefined ? await firstOwner(state) : await roster.find(email)
  if (!found && email !== undefined) throw new Mistake(`Nobody here has the address ${email}.`)
  if (found && found.suspendedAt !== null)
    throw new Mistake(`${found.name} is suspended, and may do nothing until an owner resumes them.`)
  const viewer: Viewer = found
    ? { id: found.id, role: found.role, me: meOf(declared, found) }
    : { id: null, role: 'owner', me: meOfRole(declared, 'owner') }
  const core = await state.records()
  const access = core.access.for(viewer)
  const visible = access.model(model)
  const names = access.models.map((each) => each.model.name)
  if (!visible) throw new Mistake(`There is no model "${model}": there are ${names.join(', ')}.`)
  return { core, viewer, visible, name: found?.email ?? 'an owner' }
}

async function firstOwner({ auth: { roster } }: Opened['state']) {
  const { people } = await roster.list({ offset: 0, limit: Number.MAX_SAFE_INTEGER })
  const owners = people.filter(({ role, suspendedAt }) => role === 'owner' && suspendedAt === null)
  return owners.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))[0]
}

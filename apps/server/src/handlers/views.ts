/** Views over HTTP: what people keep of lists, told to each as far as the rules of the model let them see it. */
import type { VisibleModel } from '@haykal/access'
import { audienceFor, isSharedWith, type KeptView, mayChange, type ViewArrangement, type ViewAsker } from '@haykal/auth'
import type { ModelViews, View } from '@haykal/contract'
import { type Json, nobody, notFound, type Viewer } from '@haykal/model'
import { presentViewList, problemsOfViewList } from '@haykal/records'
import type { Handlers } from '../http/asked.ts'
import { offeredRole } from '../http/visitor.ts'
import type { State } from './state.ts'

type ViewHandlers = Pick<
  Handlers,
  'listViews' | 'createView' | 'arrangeViews' | 'editView' | 'removeView' | 'restoreView'
>

/** The handlers of views. */
export function viewsHandlers(state: State): ViewHandlers {
  const { views, declared } = state.auth
  /** Views of what somebody may not read are not there. */
  const open = async (viewer: Viewer, model: string): Promise<VisibleModel> => {
    const { access } = await state.records()
    const visible = access.for(viewer).model(model)
    if (!visible) throw notFound()
    return visible
  }
  const ofModel = async (viewer: Viewer, model: string): Promise<ModelViews> =>
    (await viewsOfAll(state, viewer)).get(model) ?? { all: [] }
  return {
    async listViews({ viewer, path: { model } }) {
      await open(viewer, model)
      const names = viewer.role === 'owner' ? declared.roleNames : [viewer.role]
      return { reply: { views: await ofModel(viewer, model), roles: names.map((name) => offeredRole(declared, name)) } }
    },
    async createView({ viewer, path: { model }, body: { name, list, sharedWith = [] } }) {
      const visible = await open(viewer, model)
      const problems = problemsOfViewList(visible, list).map((problem) => at('/list', problem))
      const made = await views.create(viewer, { model, name, list: list as Json, sharedWith, problems })
      return { status: 201, reply: { view: presentView(visible, made, viewer) } }
    },
    async arrangeViews({ viewer, path: { model }, body }) {
      await open(viewer, model)
      await views.arrange(viewer, model, body)
      return { reply: { views: await ofModel(viewer, model) } }
    },
    async editView({ viewer, path, body: { values, base } }) {
      const visible = await open(viewer, path.model)
      const { list } = values
      const problems = list === undefined ? [] : problemsOfViewList(visible, list).map((each) => at('/list', each))
      const present = (kept: Json) => presentViewList(visible, kept).list as Json
      const edited = await views.edit(viewer, path, {
        values: values as ViewEditValues,
        base: base as ViewEditValues,
        problems,
        present,
      })
      return { reply: { view: presentView(visible, edited, viewer) } }
    },
    async removeView({ viewer, path }) {
      await open(viewer, path.model)
      await views.remove(viewer, path)
      return { reply: undefined }
    },
    async restoreView({ viewer, path }) {
      const visible = await open(viewer, path.model)
      return { reply: { view: presentView(visible, await views.restore(viewer, path), viewer) } }
    },
  }
}

type ViewEditValues = Parameters<State['auth']['views']['edit']>[2]['values']

/** The views of every model that this person has or is shared with, as they arranged them; a model without any is absent. */
export async function viewsOfAll({ auth, core }: State, viewer: Viewer): Promise<ReadonlyMap<string, ModelViews>> {
  if (viewer.role === nobody.role) return new Map()
  const [told, arrangements] = await Promise.all([auth.views.told(viewer), auth.views.arrangements(viewer)])
  const access = core.access.for(viewer)
  const byModel = Map.groupBy(told, ({ model }) => model)
  const all = new Map<string, ModelViews>()
  for (const model of new Set([...byModel.keys(), ...Object.keys(arrangements)])) {
    const visible = access.model(model)
    if (!visible) continue
    const arranged = Object.hasOwn(arrangements, model) ? arrangements[model] : undefined
    const views = inOrder(byModel.get(model) ?? [], arranged).map((view) => presentView(visible, view, viewer))
    const start = arranged?.start
    const isThere = start === '-' || views.some(({ id }) => id === start)
    if (views.length > 0) all.set(model, { all: views, ...(start !== undefined && isThere ? { start } : {}) })
  }
  return all
}

/** As their person put them; the others follow, oldest first. */
function inOrder(views: readonly KeptView[], arranged: ViewArrangement | undefined): readonly KeptView[] {
  const place = new Map(arranged?.order.map((id, index) => [id, index]))
  const placeOf = ({ id }: KeptView) => place.get(id) ?? place.size
  return views.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** A view as this viewer may see it. */
function presentView(visible: VisibleModel, view: KeptView, viewer: ViewAsker): View {
  const canChange = mayChange(view, viewer)
  return {
    id: view.id,
    name: view.name,
    ...presentViewList(visible, view.list),
    ...(view.person !== null && view.person === viewer.id ? { isMine: true } : {}),
    ...(canChange ? { canChange, sharedWith: audienceFor(view, viewer) } : {}),
    ...(view.defaultFor.includes(viewer.role) && isSharedWith(view, viewer.role) ? { isDefault: true } : {}),
    ...(viewer.role === 'owner' && view.defaultFor.length > 0 ? { defaultFor: view.defaultFor } : {}),
  }
}

function at<Problem extends { readonly pointer: string }>(place: string, problem: Problem): Problem {
  return { ...problem, pointer: `${place}${problem.pointer}` }
}

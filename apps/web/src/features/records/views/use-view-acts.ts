/** What is done with views: sent to the server, and what boot told of them changed with the answer. A failure is told in a toast. */
import type { ModelViews, View, ViewArrangement, ViewChanges } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import type { Model } from '@haykal/model'
import { showToast } from '@haykal/ui/toast/toasts.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useClient } from 'haykal/web'
import { errorCode, errorText, problemsOf } from '../../problems/error-text.ts'
import { type ListAt, plainId } from './list-at.ts'
import { listOf } from './list-state.ts'
import { changeTold, refreshTold, viewsOptions } from './told-views.ts'

/** A change of a view, and what it is based on. */
export interface ViewEdit {
  readonly view: View
  readonly values: ViewChanges
}

/** Ways to change the views of a model. */
export function useViewActs(model: Model, { state, views }: Pick<ListAt, 'state' | 'views'>) {
  const { t } = useLocale()
  const client = useClient()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const told = { client, queries, model: model.name }
  const path = { model: model.name }

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: viewsOptions(client, model.name).queryKey })
    await refreshTold(told)
  }
  const put = (view: View) => changeTold(told, (now) => ({ ...now, all: withView(now.all, view) }))
  const open = (id: string | undefined) =>
    navigate({
      to: '/$model',
      params: path,
      search: { ...(id !== undefined && { view: id }), ...(state.q !== undefined && { q: state.q }) },
    })
  const fail = (error: unknown) => {
    const [problem] = problemsOf(error)
    const reason = errorCode(error) === 'conflict' ? t('viewActs.changedByOther') : errorText(t, error)
    showToast({ text: t('viewActs.failed', { reason: problem ? t.problem(problem) : reason }) })
    void refresh()
  }

  const create = useMutation({
    networkMode: 'always',
    mutationFn: (name: string) => client.call('createView', { path, body: { name, list: listOf(state) } }),
    onSuccess: ({ view }) => {
      put(view)
      void open(view.id)
      showToast({ text: t('viewActs.saved', { view: view.name }) })
    },
  })
  const edit = useMutation({
    networkMode: 'always',
    // One after the other: each is based on what the one before left.
    scope: { id: 'views' },
    mutationFn: ({ view, values }: ViewEdit) =>
      client.call('editView', { path: { ...path, id: view.id }, body: { values, base: baseOf(view, values) } }),
    onSuccess: async ({ view }, { values }) => {
      put(view)
      // What a role begins with is taken from the other views.
      if (values.defaultFor) await refresh()
    },
  })
  const restore = useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: View) => client.call('restoreView', { path: { ...path, id } }),
    onSuccess: ({ view }) => {
      put(view)
      void open(view.id)
    },
    onError: fail,
  })
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: ({ id }: View) => client.call('removeView', { path: { ...path, id } }),
    onSuccess: (_, view) => {
      // First away from it: nobody is told that it is not there who has just removed it.
      void open(plainId(views)).then(() =>
        changeTold(told, ({ start, all }) => ({
          all: all.filter(({ id }) => id !== view.id),
          ...(start !== undefined && start !== view.id && { start }),
        })),
      )
      showToast({
        text: t('viewActs.removed', { view: view.name }),
        action: { label: t('app.undo'), onPress: () => restore.mutate(view) },
      })
    },
    onError: fail,
  })
  const arrange = useMutation({
    networkMode: 'always',
    scope: { id: 'views' },
    mutationFn: (body: ViewArrangement) => client.call('arrangeViews', { path, body }),
    onMutate: (body) => changeTold(told, (now) => arranged(now, body)),
    onSuccess: (reply) => changeTold(told, () => reply.views),
    onError: fail,
  })
  return { create, edit, remove, arrange, open, fail }
}

/** All that can be done with the views of a list. */
export type ViewActsOf = ReturnType<typeof useViewActs>

/** What the writer saw of what changes. */
function baseOf(view: View, values: ViewChanges): ViewChanges {
  const { name, list, sharedWith = [], defaultFor = [] } = view
  const seen = { name, list, sharedWith, defaultFor }
  const names = Object.keys(values) as (keyof ViewChanges)[]
  return Object.fromEntries(names.map((part) => [part, seen[part]]))
}

function withView(all: readonly View[], view: View): readonly View[] {
  return all.some(({ id }) => id === view.id) ? all.map((each) => (each.id === view.id ? view : each)) : [...all, view]
}

function arranged({ all, start }: ModelViews, { order = [], start: wanted }: ViewArrangement): ModelViews {
  const place = new Map(order.map((id, index) => [id, index]))
  const sorted = all.toSorted((one, other) => (place.get(one.id) ?? all.length) - (place.get(other.id) ?? all.length))
  const next = wanted === undefined ? start : (wanted ?? undefined)
  return { all: sorted, ...(next === undefined ? {} : { start: next }) }
}

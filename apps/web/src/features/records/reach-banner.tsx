/** Tells how far a search looked that did not look everywhere, and searches once more when it can. */
import type { SearchReach } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { labelIn, type Model } from '@haykal/model'
import { Banner } from '@haykal/ui/banner/banner.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useEffect } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { useAnnounce } from '../shell/announcer.tsx'
import { inSentence } from './list-head.tsx'
import type { ListSearch } from './list-search.ts'
import { recordsKey } from './record-pages.ts'

/** Milliseconds between two looks how far it reaches by now. */
const interval = 3_000

/** The properties of the banner. */
export interface ReachBannerProps {
  readonly model: Model
  readonly search: ListSearch
  /** How far the list that is shown looked. */
  readonly reach: SearchReach
}

/** The banner. */
export function ReachBanner({ model, search, reach }: ReachBannerProps) {
  const announce = useAnnounce()
  const now = useReachNow(model, search) ?? reach
  const text = useReachText(now)
  const isWhy = now.why
  // Once for each reason: that it has come further need not be read out every time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the text, only the reason is news
  useEffect(() => announce(text), [isWhy, announce])
  return <Banner icon="clock">{text}</Banner>
}

/** Asks again and again how far it reaches; when that is everywhere, the list is searched once more. */
function useReachNow(model: Model, search: ListSearch): SearchReach | undefined {
  const [client, queries] = [useClient(), useQueryClient()]
  const asked = useQuery({
    queryKey: [...recordsKey(model.name), 'reach', search],
    queryFn: async ({ signal }) => {
      const query = { ...search, limit: 0, count: 'none' } as const
      const { meta } = await client.call('listRecords', { path: { model: model.name }, query, signal })
      return meta.reach ?? null
    },
    refetchInterval: interval,
    staleTime: interval,
    gcTime: 0,
  })
  const isEverywhere = asked.data === null
  useEffect(() => {
    if (isEverywhere) void queries.invalidateQueries({ queryKey: [...recordsKey(model.name), 'list'] })
  }, [isEverywhere, queries, model.name])
  return asked.data ?? undefined
}

function useReachText({ why, model: name, rows, share }: SearchReach): string {
  const { t, language, format } = useLocale()
  const of = useModels().get(name)
  const models = inSentence(of ? labelIn(of.plural, language) : name)
  const done = format.number(share ?? 0, { style: 'percent' })
  switch (why) {
    case 'building':
      return rows === undefined
        ? t('reach.buildingSome', { models, done })
        : t('reach.building', { models, done, rows })
    case 'changed':
      return t('reach.changed')
    case 'unindexed':
      return rows === undefined ? t('reach.unindexedSome', { models }) : t('reach.unindexed', { models, rows })
  }
}

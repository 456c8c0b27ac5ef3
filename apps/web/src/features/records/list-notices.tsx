/** The notices over the rows of a list: that it can only be read, that a search did not look everywhere. */
import type { ListSearch } from './list-search.ts'
import { LockedBanner, type LockedBannerProps } from './locked-banner.tsx'
import { ReachBanner } from './reach-banner.tsx'
import type { RecordList } from './use-record-list.ts'

/** The properties of the notices. */
export interface ListNoticesProps extends Pick<LockedBannerProps, 'model' | 'access'> {
  readonly list: RecordList
  readonly search: ListSearch
}

/** The notices; nothing where there is nothing to tell. */
export function ListNotices({ model, access, list, search }: ListNoticesProps) {
  const reach = list.pages?.[0]?.meta.reach
  return (
    <>
      <LockedBanner model={model} access={access} />
      {reach && <ReachBanner model={model} search={search} reach={reach} />}
    </>
  )
}

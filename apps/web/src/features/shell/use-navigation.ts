/** What the sidebar and the bar of a phone lead to, for the person who is signed in. */
import { useLocale } from '@haykal/messages/react'
import { useBoot } from '../boot/use-boot.ts'
import {
  type Destination,
  type DestinationGroup,
  favouritesAmong,
  navigationOf,
  viewDestinations,
} from './navigation.ts'
import { useFavourites } from './use-favourites.ts'

/** The groups of destinations in the person's language: their favourites first, and not again further down. */
export function useNavigation(): readonly DestinationGroup[] {
  const { t, language } = useLocale()
  const boot = useBoot()
  const groups = navigationOf(boot, language, { records: t('shell.records'), pages: t('shell.pages') })
  const favourites = favouritesAmong(groups, useFavourites().names, viewDestinations(boot))
  if (favourites.length === 0) return groups
  const views = favourites.flatMap(({ view }) => view?.id ?? [])
  const besideViews = (destination: Destination) =>
    destination.model === undefined || views.length === 0 ? destination : { ...destination, views }
  const others = groups.map((group) => ({
    ...group,
    title: group.title ?? t('shell.records'),
    destinations: group.destinations.filter((destination) => !favourites.includes(destination)).map(besideViews),
  }))
  return [
    { key: 'favourites', title: t('shell.favourites'), destinations: favourites.map(besideViews) },
    ...others.filter(({ destinations }) => destinations.length > 0),
  ]
}

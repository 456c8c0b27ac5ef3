/** `/-/settings/adoption`: what became of an adopted database, for the owners who may correct it. */
import { getRouteApi } from '@tanstack/react-router'
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { AdoptionScreen } from './adoption-screen.tsx'

const adoption = getRouteApi('/app/-/settings/adoption')

/** The route's component. */
export function AdoptionRoute() {
  const { model } = adoption.useSearch()
  return useBoot().canCorrect ? <AdoptionScreen chosen={model} /> : <NotFound />
}

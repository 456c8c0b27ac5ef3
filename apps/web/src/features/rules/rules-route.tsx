/** `/-/rules`: who may do what with an adopted database, for the owners who say so. */
import { getRouteApi } from '@tanstack/react-router'
import { useBoot } from '../boot/use-boot.ts'
import { NotFound } from '../screens/not-found.tsx'
import { RulesScreen } from './rules-screen.tsx'

const rules = getRouteApi('/app/-/rules')

/** The route's component. */
export function RulesRoute() {
  const { model } = rules.useSearch()
  return useBoot().canCorrect ? <RulesScreen chosen={model} /> : <NotFound />
}

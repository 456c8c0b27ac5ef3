/** Choosing records of a list, and what can be done with them: keeps the choice, tells the list of it, and shows the bar while there is one. */
import type { BootModel } from '@haykal/contract'
import { useEffect, useMemo } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import type { Choosing } from '../records/choosing.ts'
import type { ListSearch } from '../records/list-search.ts'
import { isChosen } from './chosen-records.ts'
import { ManyBar } from './many-bar.tsx'
import { useChooseKey } from './use-choose-key.ts'
import { type ChosenFrom, useChosen } from './use-chosen.ts'
import { useHeldCard } from './use-held-card.ts'

/** The properties. */
export interface ManyProps extends ChosenFrom {
  readonly access: BootModel
  /** Told of the choice whenever it is another one. */
  readonly onChange: (choosing: Choosing) => void
  /** Called with another state of the list, made of the record that is chosen. */
  readonly onFilter: (search: ListSearch) => void
}

/** The choice. */
export function Many({ access, onChange, onFilter, ...from }: ManyProps) {
  const state = useChosen(from)
  const { chosen, isOn, acts } = state
  const choosing = useMemo(() => ({ isOn, isChosen: (id: string) => isChosen(chosen, id), acts }), [chosen, isOn, acts])
  useEffect(() => onChange(choosing), [choosing, onChange])
  useChooseKey(acts.toggle)
  useHeldCard(acts.toggle)
  useKeys({ close: isOn ? acts.clear : undefined })
  return isOn && <ManyBar {...from} access={access} state={state} onFilter={onFilter} />
}

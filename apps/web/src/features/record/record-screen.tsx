/** The page of a record, and the page that makes a new one. */
import { useLocale } from '@haykal/messages/react'
import { labelIn } from '@haykal/model'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useModel } from '../boot/use-boot.ts'
import { useTitle } from '../boot/use-title.ts'
import { inSentence } from '../records/list-head.tsx'
import { NotFound } from '../screens/not-found.tsx'
import { NewRecord } from './new-record.tsx'
import { type RecordPlace, RecordPlaceProvider } from './record-place.ts'
import { RecordSource } from './record-source.tsx'
import { RecordView } from './record-view.tsx'
import { settableModel } from './settable-model.ts'

/** The page of a record. */
export function RecordScreen({ model: name, id }: { readonly model: string; readonly id: string }) {
  const known = useModel(name)
  const navigate = useNavigate()
  const scroll = useRef(0)
  const place = useMemo(
    (): RecordPlace => ({
      isPeek: false,
      leave: () => void navigate({ to: '/$model', params: { model: name }, search: {}, replace: true }),
      scroll,
    }),
    [navigate, name],
  )
  if (!known) return <NotFound />
  return (
    <RecordPlaceProvider value={place}>
      <RecordView model={known.model} id={id} />
    </RecordPlaceProvider>
  )
}

/** The page that makes a new record. */
export function NewRecordScreen({ model: name }: { readonly model: string }) {
  const { t, language } = useLocale()
  const known = useModel(name)
  useTitle(known && t('record.new', { model: inSentence(labelIn(known.model.label, language)) }))
  if (!known?.access.can.create) return <NotFound />
  return (
    <RecordSource>
      <NewRecord model={settableModel(known.model, known.access.can.createFields)} />
    </RecordSource>
  )
}

/** Narrows a list by pressing values: those that are there, with how many records have each. */
import type { Facet } from '@haykal/contract'
import { useLocale } from '@haykal/messages/react'
import { type Json, labelIn, type Model, type ModelField, titlesName } from '@haykal/model'
import { Button, IconButton } from '@haykal/ui/button/button.tsx'
import { Checkbox } from '@haykal/ui/checkbox/checkbox.tsx'
import { Skeleton } from '@haykal/ui/skeleton/skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { useClient } from 'haykal/web'
import { useRef } from 'react'
import { errorText } from '../../problems/error-text.ts'
import type { FilterPart, ListSearch } from '../list-search.ts'
import { RecordCell } from '../record-cell.tsx'
import styles from './facets.module.css'
import { type CountedFacets, facetFields, facetsOptions } from './facets-query.ts'
import { chosenValues, withValues } from './field-values.ts'
import { useKeptPlace } from './use-kept-place.ts'

/** The properties of the panel. */
export interface FacetsPanelProps {
  readonly model: Model
  readonly search: ListSearch
  readonly parts: readonly FilterPart[]
  readonly onChange: (parts: readonly FilterPart[]) => void
}

/** The panel. */
export function FacetsPanel({ model, search, parts, onChange }: FacetsPanelProps) {
  const { t } = useLocale()
  const fields = facetFields(model)
  const { data, error, isPlaceholderData, refetch } = useQuery(facetsOptions(useClient(), model, search))
  const panel = useRef<HTMLDivElement>(null)
  useKeptPlace(panel)
  return (
    <div ref={panel} className={styles.panel} aria-busy={!error && (data === undefined || isPlaceholderData)}>
      {fields.length === 0 && <p className={styles.note}>{t('facets.nothing')}</p>}
      {error && (
        <div className={styles.note} role="alert">
          <p>
            {t('facets.failed')} {errorText(t, error)}
          </p>
          <Button icon="refresh" onClick={() => void refetch()}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {(error ? [] : fields).map((field) => (
        <FacetGroup
          key={field.name}
          field={field}
          facet={data?.facets[field.name]}
          titles={data?.titles ?? {}}
          chosen={chosenValues(parts, field)}
          onChoose={(values) => onChange(withValues(parts, field, values))}
        />
      ))}
    </div>
  )
}

interface FacetGroupProps {
  readonly field: ModelField
  /** Undefined: it is on its way. */
  readonly facet: Facet | undefined
  readonly titles: CountedFacets['titles']
  /** Undefined: any. */
  readonly chosen: readonly Json[] | undefined
  readonly onChoose: (values: readonly Json[]) => void
}

function FacetGroup({ field, facet, titles, chosen = [], onChoose }: FacetGroupProps) {
  const { t, language, format } = useLocale()
  const label = labelIn(field.label, language)
  const counts = new Map(facet?.values?.map(({ value, count }) => [value, count]))
  // What is chosen stays, though nothing has it any more: it has to be taken back somewhere.
  const values = [...new Set([...counts.keys(), ...chosen])]
  const toggle = (value: Json) => (isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <bdi>{label}</bdi>
      </legend>
      {chosen.length > 0 && (
        <IconButton
          icon="close"
          variant="quiet"
          className={styles.clear}
          label={t('facets.clear', { field: label })}
          onClick={() => onChoose([])}
        />
      )}
      {!facet &&
        ['45%', '60%', '35%'].map((width) => (
          <span key={width} className={styles.coming}>
            <Skeleton width={width} />
          </span>
        ))}
      {facet?.values === null && <p className={styles.note}>{t('facets.notCounted')}</p>}
      {facet && facet.values !== null && values.length === 0 && <p className={styles.note}>{t('facets.none')}</p>}
      {values.map((value) => (
        <Checkbox
          key={String(value)}
          checked={chosen.includes(value)}
          onChange={(event) => toggle(value)(event.target.checked)}
        >
          <span className={styles.value}>
            {value === null ? t('facets.empty') : <FacetValue field={field} value={value} titles={titles} />}
          </span>
          <span className={styles.count}>{facet ? format.number(counts.get(value) ?? 0) : ''}</span>
        </Checkbox>
      ))}
      {(facet?.others ?? 0) > 0 && <p className={styles.note}>{t('facets.others', { count: facet?.others ?? 0 })}</p>}
    </fieldset>
  )
}

function FacetValue({ field, value, titles }: Pick<FacetGroupProps, 'field' | 'titles'> & { readonly value: Json }) {
  const known = field.references === undefined ? undefined : titles[titlesName(field)]?.[String(value)]
  // A record that this person may not read has no title: its key is what they see in the list, too.
  if (field.references !== undefined && known === undefined) return <bdi>{String(value)}</bdi>
  return <RecordCell field={field} listed={{ record: { [field.name]: value }, titles }} view={undefined} />
}

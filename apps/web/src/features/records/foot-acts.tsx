/** What can be done in the foot of a list: count it to the end, and go to a place in it. */
import { useLocale } from '@haykal/messages/react'
import { labelIn, sortTerms } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'
import { GoTo, type GoToProps } from './go-to.tsx'

/** So many are a turn of the wheel or two, and nobody needs to be led there. */
const few = 50

/** The buttons. */
export function FootActs(properties: GoToProps) {
  const { count, counting, countAll, window } = properties.list
  const { t } = useLocale()
  const announce = useAnnounce()
  const isWanted = useRef(false)
  const text = count?.kind === 'exact' ? t('list.count', { count: count.value }) : undefined
  useEffect(() => {
    if (!isWanted.current || text === undefined) return
    isWanted.current = false
    announce(text)
  }, [announce, text])
  const press = () => {
    isWanted.current = true
    void countAll()
  }
  return (
    <>
      <HiddenOrder model={properties.model} sort={properties.sort} />
      {counting === 'running' && <span>{t('goTo.counting')}</span>}
      {counting === 'failed' && <span role="alert">{t('goTo.countFailed')}</span>}
      {count?.kind === 'bounded' && counting !== 'running' && (
        <Button variant="quiet" onClick={press}>
          {t('goTo.countAll')}
        </Button>
      )}
      {window.total > few && <GoTo {...properties} />}
    </>
  )
}

/** The order, where no head of a column shows it. */
function HiddenOrder({ model, sort }: Pick<GoToProps, 'model' | 'sort'>) {
  const { t, language } = useLocale()
  const [term] = sortTerms(sort ?? '')
  const field = term && model.field(term.name)
  if (!field || model.columns.some(({ name }) => name === field.name)) return null
  const label = labelIn(field.label, language)
  const fields = term.descending ? t('slowLists.downwards', { field: label }) : label
  return <span>{t('slowLists.sorted', { fields })}</span>
}

/** The children of a record inside of its form: parts of it at once, others that point to it when they are asked for. */
import { useLocale } from '@haykal/messages/react'
import { type AnyRecord, labelIn, type Model } from '@haykal/model'
import { Button } from '@haykal/ui/button/button.tsx'
import { useEffect, useRef, useState } from 'react'
import { useModels } from '../boot/use-boot.ts'
import { inSentence } from '../records/list-head.tsx'
import { ChildRowSection } from './child-row-section.tsx'
import styles from './child-rows.module.css'
import { childrenTitles } from './children-titles.ts'
import type { FocusWish } from './form-fields.tsx'
import type { ChildRows } from './use-child-rows.ts'

/** The properties of the sections. */
export interface ChildRowSectionsProps {
  readonly model: Model
  readonly rows: ChildRows
  /** The stored parent; undefined: it is still to be made. */
  readonly parent: AnyRecord | undefined
  readonly isDisabled: boolean
  /** A new object moves the focus to the first row in which something is wrong; undefined: it stays. */
  readonly focus: FocusWish | undefined
}

/** The sections. */
export function ChildRowSections({ model, rows, parent, isDisabled, focus }: ChildRowSectionsProps) {
  const { t, language } = useLocale()
  const titles = childrenTitles(model, useModels(), language)
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) all.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem] button')?.focus()
  }, [focus])
  const [opened, setOpened] = useState<readonly number[]>([])
  if (rows.offered.length === 0) return null
  return (
    <div ref={all}>
      {rows.offered.map((children, index) => {
        const title = titles[model.backRelations.indexOf(children.relation)] ?? labelIn(children.model.plural, language)
        const key = JSON.stringify([children.model.name, children.field.name])
        if (!children.isPart && !opened.includes(index)) {
          return (
            <div key={key} className={styles.closed}>
              <Button variant="quiet" icon="list" disabled={isDisabled} onClick={() => setOpened([...opened, index])}>
                {t('children.show', { models: inSentence(title) })}
              </Button>
            </div>
          )
        }
        return (
          <ChildRowSection
            key={key}
            index={index}
            kids={children}
            rows={rows}
            parent={parent}
            title={title}
            isDisabled={isDisabled}
          />
        )
      })}
    </div>
  )
}

import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { Field } from '#components/field.tsx'
import { glossaryOf, type Term, termsIn } from '#domain/glossary.ts'
import type { Task } from '#domain/plan.ts'
import { searchFor } from '#domain/search.ts'
import styles from './detail.module.css'

type Props = { text: string; plan: readonly Task[] }

/** How the plan calls things, in both languages: the terms that a text uses, and all of them to look through. */
export function GlossaryPart({ text, plan }: Props) {
  const { t } = useTranslation('review-inbox')
  const [typed, setTyped] = useState('')
  const all = useMemo(() => glossaryOf(plan), [plan])
  const used = useMemo(() => termsIn(text, all), [text, all])
  const search = searchFor(typed)
  const shown = search ? all.filter(({ ko, en }) => search(ko).length + search(en).length > 0) : all
  return (
    <Disclosure summary={t('glossary.title', { value: used.length })}>
      {used.length > 0 && <Terms terms={used} caption={t('glossary.used')} />}
      <Field label={t('glossary.find')}>
        {(control) => (
          <input {...control} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      {shown.length === 0 ? <p>{t('glossary.none')}</p> : <Terms terms={shown} caption={t('glossary.all')} />}
    </Disclosure>
  )
}

function Terms({ terms, caption }: { terms: readonly Term[]; caption: string }) {
  const { t } = useTranslation('review-inbox')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than its place and scroll
    <section className={styles.terms} tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lang.ko')}</th>
            <th scope="col">{t('lang.en')}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ ko, en }) => (
            <tr key={`${ko} ${en}`}>
              <td lang="ko">{ko}</td>
              <td lang="en">{en}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

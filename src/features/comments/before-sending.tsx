import { type KeyboardEvent, use, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { tidyText } from '#domain/comment.ts'
import { findPersonalData, mask, type PersonalRange } from '#domain/personal-data.ts'
import { findUnkind } from '#domain/unkind.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './before-sending.module.css'
import { Excerpt } from './excerpt.tsx'

type Props = {
  /** What was typed. It is shown, masked and sent as it would be stored. */
  typed: string
  onChange: (text: string) => void
  onSend: (text: string) => void
  /** Back to writing: the focus goes where the text is. */
  onBack: () => void
}

/**
 * What somebody should see before a text goes out: passages that look like personal data, each with a mask, and words
 * that may hurt, with a question. It never stands in the way: the text can be sent as it is. Draw it where
 * `givesPause` says so; the text may be changed beside it.
 */
export function BeforeSending({ typed, onChange, onSend, onBack }: Props) {
  use(pageTextsReady(useLang(), 'before-sending'))
  const { t } = useTranslation('before-sending')
  const [done, setDone] = useState<{ said: string; before: string; after: string | null } | null>(null)
  const panel = useRef<HTMLElement>(null)
  const id = useId()
  const text = tidyText(typed)
  const personal = findPersonalData(text)
  const unkind = findUnkind(text)
  const isClear = personal.length === 0 && unkind.length === 0
  const onlyUnkind = personal.length === 0 && unkind.length > 0
  // What was pressed is gone or has another meaning: what comes in its place is read out.
  const focus = () => panel.current?.focus()
  useEffect(focus, [])

  const maskOne = (range: PersonalRange) => {
    const after = mask(text, [range])
    setDone({ said: t('masked', { kind: t(`kinds.${range.kind}`) }), before: text, after })
    onChange(after)
    focus()
  }
  const undo = ({ before }: { before: string }) => {
    setDone({ said: t('undone'), before, after: null })
    onChange(before)
    focus()
  }
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && onBack()

  return (
    <section ref={panel} aria-labelledby={id} tabIndex={-1} className={styles.panel} onKeyDown={onKeyDown}>
      <h4 id={id}>{onlyUnkind ? t('unkind.title') : t('title')}</h4>
      {personal.length > 0 && (
        <>
          <p>{t('personal.found', { count: personal.length })}</p>
          <ul aria-label={t('personal.list')} className={styles.list}>
            {personal.map((range) => (
              <li key={range.start}>
                <span className={styles.kind}>{t(`kinds.${range.kind}`)}</span>
                <Excerpt text={text} range={range} />
                <Button onClick={() => maskOne(range)}>{t('mask', { kind: t(`kinds.${range.kind}`) })}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {unkind.length > 0 && (
        <>
          <p>{t('unkind.text')}</p>
          <ul aria-label={t('unkind.list')} className={styles.list}>
            {unkind.map((range) => (
              <li key={range.start}>
                <Excerpt text={text} range={range} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Live>
        {(done || isClear) && (
          <p>
            {done?.said} {isClear && t('clear')}
          </p>
        )}
      </Live>
      <div className={styles.actions}>
        {personal.length > 0 && (
          <Button look="primary" onClick={() => onSend(mask(text, personal))}>
            {t('maskAndSend')}
          </Button>
        )}
        {isClear && (
          <Button look="primary" onClick={() => onSend(text)}>
            {t('send')}
          </Button>
        )}
        <Button look={onlyUnkind ? 'primary' : 'secondary'} onClick={onBack}>
          {t('back')}
        </Button>
        {!isClear && <Button onClick={() => onSend(text)}>{t('asItIs')}</Button>}
        {done?.after === text && (
          <Button look="quiet" onClick={() => undo(done)}>
            {t('undo')}
          </Button>
        )}
      </div>
      <p className={styles.note}>
        {personal.length > 0 && t('personal.falseAlarm')} {t('notSent')}
      </p>
    </section>
  )
}

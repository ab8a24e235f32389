import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Button } from '#components/button.tsx'
import { Field } from '#components/field.tsx'
import { useFirstProblem } from '#components/use-first-problem.ts'
import { foldTyped, formatSlip, parseSlip, SLIP_LENGTH, typedProblem } from '#domain/slip.ts'
import styles from './slip.module.css'

/** Where somebody types the number of a slip, who has no camera for its QR code. */
export function SlipCode({ typed, onToken }: { typed: string; onToken: (token: string) => void }) {
  const { t } = useTranslation('join')
  const [text, setText] = useState(typed)
  // An address that was cut off or damaged says so at once.
  const [problem, setProblem] = useState(() => (typed === '' ? null : typedProblem(typed)))
  const { form, point } = useFirstProblem()
  const count = foldTyped(text).length

  const change = (next: string) => {
    setText(next)
    // What was pointed out goes when it is put right; nothing new is pointed out before the next try.
    setProblem((shown) => (shown === typedProblem(next) ? shown : null))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = parseSlip(text)
    if (token) return onToken(token)
    setProblem(typedProblem(text))
    point()
  }
  return (
    <>
      <h1 className={styles.title}>{t('slip.code.title')}</h1>
      <p className={styles.lead}>{t('slip.code.lead')}</p>
      <form ref={form} onSubmit={submit} noValidate className={styles.welcome}>
        <Field
          label={t('slip.code.label')}
          hint={t('slip.code.hint')}
          error={problem ? t(`slip.code.${problem}`, { typed: count, all: SLIP_LENGTH }) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className={`${control.className} ${styles.codeInput}`}
              value={text}
              onChange={(event) => change(event.target.value)}
              onBlur={() => typedProblem(text) !== 'hangul' && setText(formatSlip(foldTyped(text)))}
            />
          )}
        </Field>
        <Button look="primary" type="submit" className={styles.start}>
          {t('slip.code.next')}
        </Button>
      </form>
      <p>
        <Link to="?">{t('slip.code.without')}</Link>
      </p>
    </>
  )
}

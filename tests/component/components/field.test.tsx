import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Field } from '#components/field.tsx'
import { descriptionOf } from '../../helpers/described.ts'
import { renderInApp } from '../../helpers/render-in-app.tsx'

const box = (label: string) => screen.getByRole('textbox', { name: label })

describe('a field', () => {
  it('has its label as name, and nothing more where there is nothing more', async () => {
    await renderInApp(<Field label="이름">{(control) => <input {...control} />}</Field>)
    expect(box('이름').getAttribute('aria-describedby')).toBeNull()
    expect(box('이름').getAttribute('aria-invalid')).toBeNull()
  })

  it('reads its hint', async () => {
    await renderInApp(
      <Field label="이름" hint="별명도 좋아요">
        {(control) => <input {...control} />}
      </Field>,
    )
    expect(descriptionOf(box('이름'))).toBe('별명도 좋아요')
    expect(box('이름').getAttribute('aria-invalid')).toBeNull()
  })

  it('reads its hint and then what is wrong', async () => {
    await renderInApp(
      <Field label="이름" hint="별명도 좋아요" error="비어 있어요">
        {(control) => <input {...control} />}
      </Field>,
    )
    expect(descriptionOf(box('이름'))).toBe('별명도 좋아요 비어 있어요')
    expect(box('이름').getAttribute('aria-invalid')).toBe('true')
  })

  it('keeps apart from another with the same words', async () => {
    await renderInApp(
      <>
        <Field label="하나" error="첫째 잘못">
          {(control) => <input {...control} />}
        </Field>
        <Field label="둘" error="둘째 잘못">
          {(control) => <input {...control} />}
        </Field>
      </>,
    )
    expect(descriptionOf(box('하나'))).toBe('첫째 잘못')
    expect(descriptionOf(box('둘'))).toBe('둘째 잘못')
  })

  it('puts the cursor into its control when its label is clicked', async () => {
    const { user } = await renderInApp(<Field label="이름">{(control) => <input {...control} />}</Field>)
    await user.click(screen.getByText('이름'))
    expect(document.activeElement).toBe(box('이름'))
  })
})

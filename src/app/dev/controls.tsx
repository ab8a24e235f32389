import { useId, useState } from 'react'
import { Button } from '#components/button.tsx'
import { Checkbox } from '#components/checkbox.tsx'
import { Choice } from '#components/choice.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Field } from '#components/field.tsx'
import { Icon } from '#components/icon.tsx'
import { Popover } from '#components/popover.tsx'
import { Switcher } from '#components/switcher.tsx'
import { Tabs } from '#components/tabs.tsx'
import type { Piece } from './pieces.tsx'

const Fields: Piece = ({ words }) => (
  <>
    <Field label={words.field} hint={words.hint}>
      {(control) => <input {...control} type="email" />}
    </Field>
    <Field label={words.field} hint={words.hint} error={words.error}>
      {(control) => <input {...control} type="email" defaultValue="kim@" />}
    </Field>
    <Field label={words.select}>
      {(control) => (
        <select {...control}>
          {words.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
    <Field label={words.area}>{(control) => <textarea {...control} defaultValue={words.text} />}</Field>
  </>
)

const Choices: Piece = ({ words }) => {
  const name = useId()
  const [value, setValue] = useState<string | null>(words.answers[1])
  const options = words.answers.map((answer) => ({ value: answer, label: answer }))
  const [first, ...others] = options
  return (
    <>
      <Choice
        legend={words.choice}
        name={name}
        value={value}
        onChange={setValue}
        options={first ? [{ ...first, hint: words.answerHint }, ...others] : []}
      />
      <Choice
        legend={words.choice}
        name={`${name}-missing`}
        layout="row"
        value={null}
        onChange={() => undefined}
        error={words.missing}
        options={options}
      />
    </>
  )
}

const Checkboxes: Piece = ({ words }) => {
  const [checked, setChecked] = useState(true)
  return (
    <>
      <Checkbox label={words.check} checked={checked} onChange={setChecked} />
      <Checkbox label={words.check} checked={false} onChange={() => undefined} error={words.checkMissing} />
    </>
  )
}

const Switchers: Piece = ({ words }) => {
  const [value, setValue] = useState<string>(words.views[0])
  const options = words.views.map((view) => ({ value: view, label: view }))
  return <Switcher label={words.switcher} value={value} options={options} onChange={setValue} />
}

const TabSets: Piece = ({ words }) => (
  <Tabs
    label={words.tabs}
    tabs={words.tab.map((label, index) => ({ key: `tab-${index}`, label, content: <p>{words.panel[index]}</p> }))}
  />
)

const Dialogs: Piece = ({ words }) => {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      <Dialog open={open} onClose={close} title={words.dialog} lightDismiss>
        <p>{words.dialogText}</p>
        <Button look="primary" onClick={close}>
          {words.open}
        </Button>
      </Dialog>
    </>
  )
}

const Popovers: Piece = ({ words }) => (
  <Popover
    button={
      <>
        <Icon name="person" />
        {words.popover}
      </>
    }
  >
    <p>{words.popoverText}</p>
    <Button>{words.secondary}</Button>
  </Popover>
)

/** What does something. */
export const CONTROLS: readonly (readonly [name: string, piece: Piece])[] = [
  ['Field', Fields],
  ['Choice', Choices],
  ['Checkbox', Checkboxes],
  ['Switcher', Switchers],
  ['Tabs', TabSets],
  ['Dialog', Dialogs],
  ['Popover', Popovers],
]

import { Yard } from './yard.tsx'

const AT_REST = { student: 0.42, parent: 0.42, teacher: 0.42, staff: 0.42, resident: 0.42 }

/** The mark: the yard with all five groups at its edge. It stands beside the name and says nothing by itself. */
export function Mark() {
  return <Yard reach={AT_REST} decimals={0} />
}

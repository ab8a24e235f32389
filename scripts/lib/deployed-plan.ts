import { UserError } from './cli.ts'
import { readPlan } from './plan-modules.ts'

type Choice = { readonly plan?: string | undefined; readonly first?: boolean | undefined }

/**
 * Pages are deployed with the plan that is published, or, the first time, with none.
 * @throws UserError if it was not said which, or the file is not one to build from
 */
export function checkPlan(project: string, { plan, first = false }: Choice): void {
  if (first === (plan !== undefined)) {
    throw new UserError(
      'Which plan should the pages show? Say one of the two:',
      [
        `--plan FILE   what is published: npm run plan:export -- FILE --project ${project}`,
        '--first       nothing is published there yet',
      ].join('\n'),
    )
  }
  if (plan !== undefined) readPlan({ PLAN_FILE: plan })
}

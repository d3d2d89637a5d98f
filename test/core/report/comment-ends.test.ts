import { describe, expect, it } from 'vitest';
import { renderComment } from '../../../core/report/comment.ts';
import { removedService, removedStage } from '../removal/sample-removal.ts';
import { deployResult, endedReport, removalResult } from './sample-report.ts';

const written = (...[end]: Parameters<typeof endedReport>) => renderComment(endedReport(end));

describe('the comment of a preview that was not deployed', () => {
  it('says that the tests failed', () => {
    expect(written({ testResult: 'failure', deployResult: 'skipped' })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **❌ workshop: the preview \`pr-1-0pv3fa9c\` failed** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      the tests failed, so nothing was deployed

      <!-- serverless-stages: details -->

      "
    `);
  });

  it('says that the run was cancelled', () => {
    expect(written({ testResult: 'success', deployResult: 'cancelled' })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **🛑 workshop: the preview \`pr-1-0pv3fa9c\` was cancelled** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      the run was cancelled; what CloudFormation had begun goes on

      <!-- serverless-stages: details -->

      "
    `);
  });

  it('says that a newer commit has taken its place', () => {
    const reason = 'the head of pull request #12 is 89abcd​e by now';
    const result = deployResult([], { status: 'superseded', reason });
    expect(written({ result })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop commit=0123456789abcdef0123456789abcdef01234567 -->
      **⏭️ workshop: the preview \`pr-1-0pv3fa9c\` was superseded** at 0123456 · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      the head of pull request &#35;​12 is 89abcd​e by now

      <!-- serverless-stages: details -->

      "
    `);
  });

  it('says that it is removed', () => {
    const retained = [{ logicalId: 'Table', type: 'AWS::DynamoDB::Table', physicalId: 'workshop-orders' }];
    const stage = removedStage({ services: [removedService({ retained })] });
    expect(written({ result: removalResult([stage]) })).toMatchInlineSnapshot(`
      "<!-- serverless-stages: app=workshop -->
      **🗑️ workshop: the preview \`pr-1-0pv3fa9c\` is removed** · [log](https://github.com/acme/workshop/actions/runs/3001/attempts/2)

      pull request &#35;​12 is closed

      <!-- serverless-stages: details -->

      | service | status | stack | lived | also removed | left behind |
      |---|---|---|---|---|---|
      | api | 🗑️ removed | shop-api-pr-1-0pv3fa9c (us-east-1) | 3.5 days | – | AWS&#58;&#58;DynamoDB&#58;&#58;Table workshop-orders |

      "
    `);
  });

  it('says why it could not be removed, where the deploy found it unwanted', () => {
    const error = { code: 'E_RECORD_MISMATCH', message: 'the record names another stack' };
    const removed = removedStage({ status: 'failed', services: [], error });
    const result = deployResult([], { status: 'failed', reason: removed.reason, removed });
    const text = written({ result });
    expect(text).toContain('the record names another stack');
    expect(text).toMatch(/is closed/);
  });
});

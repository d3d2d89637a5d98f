import { describe, expect, it } from 'vitest';
import { notificationOf } from '../../../core/notify/message.ts';
import { slackMessage } from '../../../core/notify/slack.ts';
import { deployedService, deployResult, endedReport, RUN, startedReport } from '../report/sample-report.ts';

function textOf(report: ReturnType<typeof startedReport>): string {
  const message = notificationOf(report, 'acme/workshop');
  if (message === undefined) throw new Error('nobody is told of this report');
  return slackMessage(message).text;
}
const ended = (...[end]: Parameters<typeof endedReport>) => textOf(endedReport(end));

describe('a message for Slack', () => {
  it('says what became of the stage, with the addresses and the services that changed', () => {
    const url = 'https://a.example.com/dev?a=1&b=2';
    const error = { code: 'E_DEPLOY_FAILED', message: 'limit exceeded' };
    const services = [
      deployedService({ url }),
      deployedService({ key: 'mail', status: 'unchanged' }),
      deployedService({ key: 'tasks', status: 'failed', error }),
    ];
    expect(ended({ result: deployResult(services, { url }) })).toMatchInlineSnapshot(`
      "❌ *workshop* in stage *pr-1-0pv3fa9c* failed at 0123456 (acme/workshop) <https://a.example.com/dev?a=1&amp;b=2|open> · <https://github.com/acme/workshop/actions/runs/3001/attempts/2|log>
      • restapi: deployed
      • tasks: failed (E_DEPLOY_FAILED)"
    `);
  });

  it('says that a deploy starts', () => {
    expect(textOf(startedReport())).toMatchInlineSnapshot(
      `"🚀 *workshop* in stage *pr-1-0pv3fa9c* is being deployed at 0123456 (acme/workshop) <https://github.com/acme/workshop/actions/runs/3001/attempts/2|log>"`,
    );
  });

  it('H6 escapes &, < and >, so that nobody is mentioned and nothing is a link', () => {
    const text = ended({ error: '<!channel> <@U012345> <https://evil.example.com|click> a & b' });
    expect(text).toContain('&lt;!channel&gt; &lt;@U012345&gt; &lt;https://evil.example.com|click&gt; a &amp; b');
    expect(text.match(/<[^>]*>/g)).toEqual([`<${RUN.url}|log>`]);
  });

  it('H6 links no address but http(s), and none that breaks out', () => {
    for (const url of ['javascript:alert(1)', 'https://x.example.com|<!channel>', 'https://x.example.com> <!here']) {
      expect(ended({ result: deployResult([deployedService()], { url }) }).match(/<[^>]*>/g)).toEqual([
        `<${RUN.url}|log>`,
      ]);
    }
  });

  it('H4 stays short: long reasons are cut, and of many services some are counted', () => {
    const text = ended({ error: 'x'.repeat(100_000) });
    expect(text.length).toBeLessThan(4000);
    const services = Array.from({ length: 300 }, (_, index) => deployedService({ key: `service-${index}` }));
    const many = ended({ result: deployResult(services) });
    expect(many.length).toBeLessThan(4000);
    expect(many).toMatch(/280 more/);
  });

  it('H4 leaves no half of a pair where it cuts', () => {
    for (const error of ['🚀'.repeat(5000), `x${'🚀'.repeat(5000)}`]) {
      expect(ended({ error }).isWellFormed()).toBe(true);
    }
  });
});

import type { Comment } from './comments.ts';
import { isoSeconds } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import { presentApp, presentUser } from './present-user.ts';
import { nodeId } from './repositories.ts';

/** A comment on an issue or pull request. */
export function presentComment(comment: Comment, repository: Repository, site: Site) {
  const { id, issue, author, body } = comment;
  const url = `${apiOf(repository, site)}/issues/comments/${id}`;
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url,
    html_url: `${htmlOf(repository, site)}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${apiOf(repository, site)}/issues/${issue}`,
    user: presentUser(author, site),
    created_at: isoSeconds(comment.createdAt),
    updated_at: isoSeconds(comment.updatedAt),
    body,
    author_association: author.type === 'Bot' ? 'NONE' : 'MEMBER',
    reactions: { url: `${url}/reactions`, total_count: 0, ...NO_REACTIONS },
    performed_via_github_app: author.app === undefined ? null : presentApp(author.app, site),
  };
}

const NO_REACTIONS = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 } as const;

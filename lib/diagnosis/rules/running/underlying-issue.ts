import { isUnseen } from '#model';
import { cause, type Rule } from '../../cause.ts';

/** The code of Instantly's last loop where it differs: it explains, it never decides. */
export const underlyingIssue: Rule = ({ snapshot, effective }) => {
  const loop = snapshot?.loopCode;
  if (!loop || loop === 'healthy') return null;
  const raw = isUnseen(loop) ? loop.unseen : loop;
  const decided = effective.kind === 'code' ? effective.code : null;
  const said = snapshot?.code && isUnseen(snapshot.code) ? snapshot.code.unseen : snapshot?.code;
  return raw === decided || raw === said
    ? null
    : cause('underlying_issue', 'blue', { params: { raw }, actions: ['open_campaign'] });
};

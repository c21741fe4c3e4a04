// expect: no-zod-on-surfaces
import '../../../../../lib/messages/guard.ts';

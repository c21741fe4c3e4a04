// expect: simulation-knows-no-answers
import '../../../../../lib/diagnosis/index.ts';

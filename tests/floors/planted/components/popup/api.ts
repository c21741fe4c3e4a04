// expect: surfaces-neither-call-nor-write
import '../../../../../lib/instantly/index.ts';

// expect: only-zod-mini
import 'zod';

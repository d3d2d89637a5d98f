import { runOsls } from '../local-aws/run-osls.ts';
import { describeLaptop } from './describe-laptop.ts';

describeLaptop('osls', runOsls);

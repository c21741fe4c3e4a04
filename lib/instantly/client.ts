import type {
  CampaignFacts,
  CampaignId,
  InboxAddress,
  InboxDay,
  InboxFacts,
  InstantMs,
  SubsequenceId,
  WorkspaceId,
} from '#model';
import { parseCampaignId, parseInboxAddress, parseSubsequenceId, parseWorkspaceId } from '#model';
import {
  type CampaignDay,
  type CampaignTotals,
  readCampaignDay,
  readInboxDay,
  readTotals,
} from './analytics-wire.ts';
import type { Answer, Page } from './answer.ts';
import { readCampaign } from './campaign-wire.ts';
import { readInbox } from './inbox-wire.ts';
import { checkKeyText } from './key-text.ts';
import { parseDate } from './moment.ts';
import { readArray, readOne, readPage } from './read-list.ts';
import { readStatus, type StatusReading } from './read-status.ts';
import { readSubsequence, type SubsequenceFacts } from './subsequence-wire.ts';
import { readTag, readTagMapping, type Tag, type TagMapping } from './tag-wire.ts';
import { createTransport, type Fetch } from './transport.ts';
import { apiUrl, type Parameter } from './url.ts';
import {
  readMember,
  readWorkspace,
  type WorkspaceIdentity,
  type WorkspaceMember,
} from './workspace-wire.ts';

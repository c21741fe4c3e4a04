/** The evidence and the advice of every cause: what an opened row says. */
export const causes = {
  'campaign_draft.explanation': 'It was never launched, so nothing is sent.',
  'campaign_draft.advice': 'Launch it in Instantly when it is ready.',
  'campaign_paused.explanation': 'Somebody paused it.',
  'campaign_paused.advice': 'Resume it when you want it to send again.',
  'campaign_completed.explanation': 'Every lead has run through the sequence.',
  'campaign_completed.advice': 'Add leads, or leave it at rest.',
  'campaign_running_subsequences.explanation': 'The main sequence is done.',
  'out_of_schedule.explanation': 'It sends again when its window opens.',
  'follow_up_delay_not_met.explanation': '{followUps:followUp} wait for their delay.',
  'follow_up_delay_not_met.explanation.bare': 'The next follow-ups wait for their delay.',
  'follow_up_delay_not_met.advice': 'Add leads if you expect new mails in between.',
  'waiting_for_leads.explanation': 'There is no lead that could be written to now.',
  'waiting_for_leads.advice': 'Add leads, and check that all inboxes are active.',
  'new_lead_limit_met.explanation': '{contacted} of {newLeadLimit} new leads today.',
  'daily_limit_met.explanation': '{sent} of {limit} sent today.',
  'account_daily_limit_met.explanation': 'Inbox limits start again at 00:00 UTC.',
  'account_daily_limit_met.advice': 'Add inboxes rather than raising limits.',
  'domain_limit_reached.explanation': 'Instantly writes to a few leads per company a day.',
  'waiting_for_esp_match.explanation':
    'Provider matching keeps the leads for an inbox of the same provider.',
  'waiting_for_esp_match.advice': 'Add an inbox of that provider, or turn matching off.',
  'no_accounts_available.explanation':
    '{available} of {inboxes} inboxes can send, {disconnected} lost their connection.',
  'no_accounts_available.advice': 'Look at the inboxes of this campaign.',
  'all_accounts_unhealthy.explanation': 'Instantly cannot send through any of its inboxes.',
  'all_accounts_unhealthy.advice': 'Reconnect the inboxes in Instantly.',
  'campaign_accounts_unhealthy.explanation':
    'Instantly stopped the campaign because its inboxes failed.',
  'campaign_accounts_unhealthy.advice': 'Reconnect the inboxes, then resume the campaign.',
  'campaign_bounce_protect.explanation': 'Too many mails bounced.',
  'campaign_bounce_protect.advice':
    'Verify the list first: after a resume Instantly does not protect the campaign for 7 days.',
  'campaign_account_suspended.explanation':
    'Instantly suspended the account that this campaign runs under.',
  'campaign_account_suspended.advice': 'Only Instantly’s support can lift this.',
  'instantly_error.explanation': 'The campaign is stopped by an error that Instantly has to solve.',
  'instantly_error.advice': 'Contact Instantly’s support.',
  'no_status_yet.explanation':
    'Instantly has no data about this campaign. That is normal for a new one.',
  'status_failed.explanation': '{problem}',
  'unseen_status.explanation': '{message}',
  'unseen_status.advice': 'Open the campaign in Instantly to see what it says.',
  'unseen_lifecycle.advice': 'Open the campaign in Instantly to see what it says.',
} as const;

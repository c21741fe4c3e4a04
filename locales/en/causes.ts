/** The evidence and the advice of every cause: what an opened row says. */
export const causes = {
  'campaign_draft.explanation': 'It was never launched, so nothing is sent.',
  'campaign_draft.advice': 'Launch it in Instantly when it is ready.',
  'campaign_paused.explanation': 'Somebody paused it.',
  'campaign_paused.advice': 'Resume it when you want it to send again; that takes up to 15 min.',
  'campaign_completed.explanation': 'Every lead has run through the sequence.',
  'campaign_completed.advice': 'Add leads, or leave it at rest.',
  'campaign_running_subsequences.explanation':
    'The main sequence is done. {sending} of {count} subsequences send.',
  'campaign_running_subsequences.advice': 'Nothing to do as long as its subsequences send.',
  'out_of_schedule.explanation':
    'Opens {opensAt:clock}, {opensAt:until}. As things stand it will then send {nextWindowMails:mail}.',
  'out_of_schedule.explanation.bare': 'It sends again when its window opens.',
  'out_of_schedule.advice': 'Nothing to do, unless the window is not the one you meant.',
  'follow_up_delay_not_met.explanation': '{followUps:followUp} wait for their delay.',
  'follow_up_delay_not_met.explanation.bare': 'The next follow-ups wait for their delay.',
  'follow_up_delay_not_met.advice': 'Add leads if you expect new mails in between.',
  'waiting_for_leads.explanation':
    '{uncontacted:lead} were never written to, yet none is ready: they may be in verification or skipped.',
  'waiting_for_leads.explanation.bare': 'There is no lead that could be written to now.',
  'waiting_for_leads.advice': 'Add leads, and check that all inboxes are active.',
  'new_lead_limit_met.explanation':
    '{contacted} of {newLeadLimit} new leads today. Starts again at 00:00 in the campaign’s zone.',
  'new_lead_limit_met.explanation.bare':
    'Starts again at 00:00 in the campaign’s zone; follow-ups go on.',
  'new_lead_limit_met.advice': 'Raise it and {possible:mail} more are possible today.',
  'new_lead_limit_met.advice.bare': 'Raise it if you want more new leads a day.',
  'daily_limit_met.explanation':
    '{sent} of {limit} sent. Sends again {clearsAt:clock}, {clearsAt:until}.',
  'daily_limit_met.explanation.bare': 'It starts again at 00:00 in the campaign’s zone.',
  'daily_limit_met.advice': 'Raise it and {possible:mail} more are possible today.',
  'daily_limit_met.advice.bare': 'Raise it only if leads and inboxes have room for more.',
  'account_daily_limit_met.explanation':
    'Inbox limits start again at 00:00 UTC, whatever the campaign’s zone. It sends again {clearsAt:until}.',
  'account_daily_limit_met.explanation.bare':
    'Inbox limits start again at 00:00 UTC, whatever the campaign’s zone.',
  'account_daily_limit_met.advice': 'Add inboxes rather than raising limits above 30 a day.',
  'domain_limit_reached.explanation':
    '{count:domain} had all the mails that one company gets a day. More follow tomorrow.',
  'domain_limit_reached.explanation.bare': 'Instantly writes to a few leads per company a day.',
  'domain_limit_reached.advice':
    'Spread the list over more companies rather than raising the limit.',
  'waiting_for_esp_match.explanation':
    'Provider matching keeps the leads for an inbox of the same provider.',
  'waiting_for_esp_match.advice': 'Add an inbox of that provider, or turn matching off.',
  'no_accounts_available.explanation':
    '{available} of {inboxes} inboxes can send: {disconnected} disconnected, {atLimit} at today’s limit, {inGap} between two mails.',
  'no_accounts_available.explanation.bare': 'Instantly finds no inbox to send with.',
  'no_accounts_available.advice': 'Look at the inboxes of this campaign.',
  'all_accounts_unhealthy.explanation':
    'Instantly cannot send through any of them; {resumable} may safely be resumed.',
  'all_accounts_unhealthy.explanation.bare': 'Instantly cannot send through any of them.',
  'all_accounts_unhealthy.advice':
    'Mend the inboxes in Instantly; the campaign then goes on by itself.',
  'campaign_accounts_unhealthy.explanation':
    'Instantly stopped the campaign because its inboxes failed.',
  'campaign_accounts_unhealthy.advice': 'Mend the inboxes first, then resume the campaign.',
  'campaign_bounce_protect.explanation': 'Too many mails bounced.',
  'campaign_bounce_protect.advice':
    'Verify the list first: after a resume Instantly does not protect the campaign for 7 days.',
  'campaign_account_suspended.explanation':
    'Instantly suspended the account that this campaign runs under.',
  'campaign_account_suspended.advice': 'Only Instantly’s support can lift this.',
  'instantly_error.explanation': '{message}',
  'instantly_error.explanation.bare':
    'The campaign is stopped by an error that Instantly has to solve.',
  'instantly_error.advice': 'Contact Instantly’s support.',
  'no_status_yet.explanation':
    'Instantly has no data about this campaign. That is normal for a new one.',
  'no_status_yet.advice': 'Check again in 15 min; if it stays so, open it in Instantly.',
  'unseen_status.explanation': '{message}',
  'unseen_status.explanation.bare': 'This version cannot say what that means.',
  'unseen_status.advice': 'Open the campaign in Instantly to see what it says.',
  'unseen_lifecycle.explanation': 'This version cannot say what that means.',
  'unseen_lifecycle.advice': 'Open the campaign in Instantly to see what it says.',
  'status_failed.explanation': '{problem}',
  'status_failed.advice': 'Check again; what was known before stays until then.',
  'status_not_permitted.explanation': '{problem}',
  'status_not_permitted.advice': 'Make a key that may read campaigns, then replace this one.',
  'stale_ours.explanation': 'Sendwatch could not ask Instantly since {sinceAt:clock}.',
  'stale_ours.advice': 'Check now. Shown is what was known then.',
  'stale_instantly.explanation':
    'Its last look was at {takenAt:clock}, although the campaign is in its window.',
  'stale_instantly.explanation.bare': 'Without that nobody can say how it stands now.',
  'stale_instantly.advice': 'Open the campaign in Instantly. If it stays so, contact its support.',
  'key_rejected.explanation': 'The key was deleted, or belongs to somebody who left.',
  'key_rejected.advice': 'Replace the key in the settings.',
  'no_plan.explanation': 'Instantly answers no request of this workspace.',
  'no_plan.advice': 'Check the plan in Instantly’s billing settings.',
  'scope_missing.explanation': 'The key works, but lacks a scope that is needed.',
  'scope_missing.advice': 'Make a key with that scope, then replace this one.',
  'api_down.explanation': 'Its API fails. Checking goes on by itself.',
  'api_down.advice': 'Nothing to do but wait.',
  'offline.explanation': 'Checking goes on by itself once there is a network.',
  'offline.advice': 'Check the network.',
  'rate_limited.explanation': 'Other tools share this workspace’s allowance of requests.',
  'rate_limited.advice': 'Nothing to do: checking goes on by itself.',
  'locked.explanation': 'Its keys are behind a passphrase until it is unlocked.',
  'locked.advice': 'Unlock it in the settings.',
  'permission_missing.explanation': 'Without it no campaign can be checked.',
  'permission_missing.advice': 'Allow access to api.instantly.ai again in the settings.',
  'silent_stop.explanation':
    'It is in its window with {available:inbox} free, under its limits and with leads ready, but the count stays at {sent}. It costs {loss:mail} today.',
  'silent_stop.explanation.bare':
    'It is in its window, under its limits and has leads ready, but nothing leaves.',
  'silent_stop.advice':
    'Open it in Instantly, check its inboxes and its sequence; pausing and resuming often wakes it.',
  'no_inboxes_attached.explanation': 'There is nothing it could send with.',
  'no_inboxes_attached.advice': 'Choose inboxes in the campaign’s options.',
  'empty_tag.explanation': 'The campaign chooses its inboxes by tag, and no inbox carries it.',
  'empty_tag.advice': 'Tag inboxes in Instantly, or choose them directly.',
  'inboxes_disconnected.explanation':
    'Without them it loses {loss:mail} today; together with those at their limit {lossWithLimits:mail}.',
  'inboxes_disconnected.explanation.bare': 'Instantly lost the connection to them.',
  'inboxes_disconnected.advice': 'Reconnect them under Email Accounts.',
  'inboxes_at_daily_limit.explanation':
    'They start again at 00:00 UTC. Sends with them {clearsAt:until}.',
  'inboxes_at_daily_limit.explanation.bare': 'They start again at 00:00 UTC.',
  'inboxes_at_daily_limit.advice': 'Add inboxes rather than raising limits above 30 a day.',
  'inboxes_ramping.explanation': 'Slow ramp allows two mails more each day until their own limit.',
  'inboxes_ramping.advice': 'Wait. Turning it off on young inboxes gets them blocked.',
  'inboxes_in_gap.explanation': '{count} of {inboxes} pause between two mails, as set.',
  'inboxes_in_gap.advice': 'Nothing to do, unless it is always so.',
  'inboxes_paused.explanation': '{addresses}',
  'inboxes_paused.advice': 'Resume them if they should send.',
  'inboxes_in_maintenance.explanation': '{addresses}',
  'inboxes_in_maintenance.advice': 'Wait: Instantly resumes them by itself.',
  'inbox_login_lost.explanation': '{addresses}: “{answer}”.',
  'inbox_login_lost.explanation.bare': '{addresses}: Instantly may no longer sign in.',
  'inbox_login_lost.advice': 'Reconnect them under Email Accounts; resuming alone does not help.',
  'inbox_transient_error.explanation': '{addresses}: “{answer}”.',
  'inbox_transient_error.explanation.bare': '{addresses}',
  'inbox_transient_error.advice': 'Resume them once; wait a day before you do it again.',
  'inbox_bad_lead.explanation':
    '{addresses}: “{answer}”. The inbox is fine, a lead’s address is not.',
  'inbox_bad_lead.explanation.bare': '{addresses}: the inbox is fine, a lead’s address is not.',
  'inbox_bad_lead.advice': 'Mark them as fixed, and verify the list.',
  'inbox_provider_cap.explanation': '{addresses}: “{answer}”. Clears by tomorrow.',
  'inbox_provider_cap.explanation.bare': '{addresses}: clears by tomorrow.',
  'inbox_provider_cap.advice': 'Lower their daily limit. Resuming now would make it worse.',
  'inbox_daily_quota.explanation': '{addresses}: “{answer}”. Clears in 24 h or more.',
  'inbox_daily_quota.explanation.bare': '{addresses}: clears in 24 h or more.',
  'inbox_daily_quota.advice':
    'Lower their limit and leave slow ramp on. Do not resume or reconnect them.',
  'inbox_reputation.explanation': '{addresses}: “{answer}”.',
  'inbox_reputation.explanation.bare': '{addresses}',
  'inbox_reputation.advice': 'Pause them, test their DNS, and let only warmup run.',
  'inbox_setup_pending.explanation': '{addresses}',
  'inbox_setup_pending.advice': 'Finish their setup in Instantly.',
  'inbox_error.explanation': '{addresses}: “{answer}”.',
  'inbox_error.explanation.bare': '{addresses}: Instantly does not say why.',
  'inbox_error.advice': 'Look at them under Email Accounts before resuming.',
  'warmup_banned.explanation': '{addresses}: their mail is likely to land in spam.',
  'warmup_banned.advice': 'Take them out of the campaign and look into it, or replace them.',
  'one_by_one.explanation':
    'One mail leaves per gap, not one per inbox: {possible:mail} more would be possible today.',
  'one_by_one.explanation.bare': 'One mail leaves per gap, not one per inbox.',
  'one_by_one.advice': 'Turn this mode off if volume matters.',
  'gap_too_long.explanation': 'The gap between mails is long, or they serve too many campaigns.',
  'gap_too_long.advice': 'Shorten the gap, or give them fewer campaigns.',
  'stranded_leads.explanation':
    'Follow-ups come from the inbox that wrote first, and that one cannot send.',
  'stranded_leads.advice': 'Mend these inboxes first: replies are expected there.',
  'domain_crowded.explanation': 'Many leads of the list work at the same companies.',
  'domain_crowded.advice': 'Interleave companies rather than raising the limit.',
  'leads_running_out.explanation': '{count:lead} are left to write to.',
  'leads_running_out.advice': 'Add leads before it runs dry.',
  'bounce_pace.explanation': '{count} of {sent} bounced. Above 5 % bounce protection is near.',
  'bounce_pace.advice': 'Verify the list before Instantly stops the campaign.',
  'no_future_window.explanation': 'It is active, but will never send again as it is set.',
  'no_future_window.advice': 'Move the end date, or enable days, in its schedule.',
  'not_started_yet.explanation': 'Its first window opens {opensAt:clock}.',
  'not_started_yet.advice': 'Nothing to do, unless the start date is a mistake.',
  'schedule_unreadable.explanation':
    'Zone, times or dates are not understood, so no time is promised.',
  'schedule_unreadable.advice': 'Look at its schedule in Instantly.',
  'time_zone_trap.explanation':
    'Its zone is {timeZone:text}. By that its window stands otherwise than Instantly says.',
  'time_zone_trap.explanation.bare':
    'By its schedule the window stands otherwise than Instantly says.',
  'time_zone_trap.advice': 'Check the zone of its schedule.',
  'window_too_short.explanation': 'The longest gap between two mails is {gap:minute}.',
  'window_too_short.advice': 'Widen the window, or shorten the gap.',
  'overnight_window.explanation':
    'Its end lies before its start. Sendwatch reads that as the next day; Instantly does not say.',
  'overnight_window.advice': 'Check that both times are meant.',
  'limit_above_capacity.explanation':
    'Even on a full day with every inbox working about {possible:mail} are possible.',
  'limit_above_capacity.advice': 'Add inboxes, widen the window or lower the limit.',
  'end_date_near.explanation': 'Its end date is {endDate}. Nothing is sent after that.',
  'end_date_near.advice': 'Move the date if it should go on.',
  'all_inboxes_shared.explanation':
    'What the others send counts against the limits of the same inboxes.',
  'all_inboxes_shared.advice': 'Give it inboxes of its own if its volume matters.',
  'unexpected_pause.explanation':
    'It was running before and was paused {pausedAt:ago}, not by Sendwatch.',
  'unexpected_pause.advice': 'Ask who paused it; resume it if nobody meant to.',
  'contradiction.explanation':
    'Two of its answers, or some of its figures, cannot all be true. The worse one counts.',
  'contradiction.advice': 'Check again; if it stays so, open the campaign in Instantly.',
  'recently_changed.explanation':
    'Since {changedAt:clock}. Instantly takes up to 15 min to react; until then it is not judged.',
  'recently_changed.advice': 'Wait a moment.',
  'underlying_issue.explanation': 'That explains, but does not decide.',
  'underlying_issue.advice': 'Nothing to do on its own.',
  'cause.together': 'Alone it gives nothing; together with “{other}” {lossTogether:mail} more.',
} as const;

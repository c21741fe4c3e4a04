import { diagnoseFleet } from '../lib/diagnosis/index.ts';
import { campaign, campaignId, snapshot, NOW, freshMemory } from '../lib/watch/core/fixtures.ts';
import { runWorkspace } from '../lib/watch/run-workspace.ts';
const w = { now: NOW, memory: freshMemory() as any, commits: 0 };
const schedule = { startDate: null, endDate: null, entries: [{ name: 'x', fromMinute: 540, toMinute: 1020, days: [false,true,true,true,true,true,false], timeZone: 'America/New_York' }] };
const kinds = ['healthy','healthy','healthy','out_of_schedule','daily_limit_met'] as const;
const list = Array.from({length:50},(_, n)=>campaign(n, n%3===0?'paused':'active', process.argv[2]==='s'?{schedule: schedule as any}:{}));
const port = { now: ()=>w.now, load: async()=>w.memory, runningMs: async()=>300000,
 ask: async (_m:any, ask:any)=>{ w.now+=100; if(ask.kind==='campaigns') return {ok:true,answer:{kind:'campaigns',items:list,nextCursor:null}};
  if(ask.kind==='status'){ const n=Number(ask.campaignId.slice(-3)); return {ok:true,answer:{kind:'status',snapshot:snapshot(kinds[n%5]!,{takenAt:w.now-1000,inboxCounts:{total:3,available:3,atDailyLimit:0,atSlowRampLimit:0,disconnected:0,inGap:0},campaignLimit:{limit:100,sent:10,isHit:false}})}};}
  if(ask.kind==='leads') return {ok:true,answer:{kind:'leads',leads:[]}};
  if(ask.kind==='inboxDays') return {ok:true,answer:{kind:'inboxDays',days:[]}};
  return {ok:true,answer:{kind:ask.kind,items:[],nextCursor:null}} as any},
 commit: async (c:any)=>{w.memory=c.after;w.commits++;return true}};
const t=performance.now(); let wakes=0; const end=w.now+20*3600000;
while(w.now<end){ const due=await runWorkspace(port as any, '00000000-0000-4000-8000-000000000001' as any, {askedAt:null,visible:new Set()}); w.now=due!; wakes++; }
console.log({wakes, commits:w.commits, ms:performance.now()-t, perHourMs:(performance.now()-t)/20});

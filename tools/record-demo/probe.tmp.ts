import { createDemoWorld } from '/work/main/tools/record-demo/demo-world.ts';
import { readFleet } from '/work/main/tools/record-demo/read-fleet.ts';
import { diagnoseFleet } from '/work/main/lib/diagnosis/index.ts';
const DAY=86400000;
const id='00000000-0000-4000-8000-00000000de30' as any;
const before=Number(process.argv[2])*DAY;
const {world,client,endMs}=createDemoWorld(id,before);
let previous=new Map(); let series=new Map(); let changes=0; let last;
const steps=[]; 
const step=Number(process.argv[3]??0)*60000;
for(let t=endMs-before;t<endMs;t+= step || (t<endMs-DAY?6*3600e3:1800e3)) steps.push(t); steps.push(endMs);
console.time('x');
let hist={};
for(const t of steps){ world.runUntil(t); const look=await readFleet(client,t);
 for(const o of look.observations){const s=o.reading.kind==='read'?o.reading.snapshot.campaignLimit?.sent:undefined; if(s===undefined)continue; const l=series.get(o.campaign.id)??[]; l.push({at:o.reading.snapshot.takenAt??t,sent:s}); series.set(o.campaign.id,l.slice(-12));}
 const v=diagnoseFleet({workspaceId:id,...look,inboxDays:look.days,sentSeries:series,previous,isInboxReadingAllowed:true,now:t});
 for(const x of v){const p=previous.get(x.campaignId); if(p?.health!==x.health||p.code!==x.code){changes++; (hist[x.name]??=[]).push(new Date(t).toISOString().slice(5,16)+' '+x.health+'/'+x.code+'/'+x.causes.map(c=>c.code).join('+'))}}
 previous=new Map(v.map(x=>[x.campaignId,x])); last=v;}
console.timeEnd('x');
console.log(steps.length,'steps',changes,'changes');
for (const v of last.toSorted((a,b)=>a.health<b.health?-1:1)) console.log(v.health.padEnd(9),String(v.code).padEnd(28),v.name.slice(0,34).padEnd(34),v.causes.map(c=>c.code).join(','));
console.log(Object.entries(Object.groupBy(last,v=>v.health)).map(([k,v])=>k+' '+v.length).join(', '), new Set(last.map(v=>v.code)).size);
if(process.argv[4]) console.log(JSON.stringify(hist,null,1));

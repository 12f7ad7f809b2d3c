package entity

import (
	"strings"
	"sync"
)

// aliasLines are names that the news use for one organisation, apart by semicolons.
const aliasLines = `United Nations;UN;U.N.
European Union;EU;E.U.
World Health Organization;World Health Organisation;WHO
North Atlantic Treaty Organization;NATO
International Monetary Fund;IMF
World Trade Organization;World Trade Organisation;WTO
International Atomic Energy Agency;IAEA
International Criminal Court;ICC
International Court of Justice;ICJ
Organization of the Petroleum Exporting Countries;OPEC
African Union;AU
Economic Community of West African States;ECOWAS
Association of Southeast Asian Nations;ASEAN
Islamic Revolutionary Guard Corps;Islamic Revolutionary Guards Corps;Revolutionary Guards;Revolutionary Guard;Revolutionary Guard Corps;Revolutionary Guards Corps;IRGC
Islamic State;ISIS;ISIL;Daesh;Islamic State of Iraq and Syria;Islamic State group
Kurdistan Workers Party;Kurdistan Workers' Party;PKK
Palestine Liberation Organization;PLO
Israel Defense Forces;Israeli Defense Forces;Israel Defence Forces;IDF
Al Qaeda;al-Qaeda;al Qaeda;al-Qaida
Hezbollah;Hizbullah;Hizballah
Federal Bureau of Investigation;FBI
Central Intelligence Agency;CIA
National Security Agency;NSA
National Aeronautics and Space Administration;NASA
Food and Drug Administration;FDA
Centers for Disease Control and Prevention;CDC
Department of Justice;Justice Department
Department of State;State Department
Department of Defense;Defense Department;Pentagon
Department of Homeland Security;DHS
Federal Reserve;Fed
European Central Bank;ECB
European Medicines Agency;EMA
Bank of England;BoE
Bank of Japan;BOJ
People's Bank of China;PBOC
African National Congress;ANC
Democratic Alliance;DA
Economic Freedom Fighters;EFF
Bharatiya Janata Party;BJP
Chinese Communist Party;Communist Party of China;CCP
People's Liberation Army;PLA
Federal Security Service;FSB
Agence France-Presse;AFP
Associated Press;AP
British Broadcasting Corporation;BBC
New York Times;NYT
Wall Street Journal;WSJ
International Olympic Committee;IOC
Human Rights Watch;HRW
International Committee of the Red Cross;ICRC
Médecins Sans Frontières;Doctors Without Borders;MSF
General Motors;GM
General Electric;GE
Volkswagen;VW
Manchester United;Man United;Man Utd
Manchester City;Man City
Tottenham Hotspur;Tottenham;Spurs
Wolverhampton Wanderers;Wolves
Paris St Germain;Paris Saint-Germain;PSG
Republican Party;GOP
Christian Democratic Union;CDU
Social Democratic Party;SPD`

// aliases maps the key of a name to the key of the first name of its line.
var aliases = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(aliasLines, "\n") {
		names := strings.Split(line, ";")
		for _, n := range names {
			m[plainKey(n)] = plainKey(names[0])
		}
	}
	return m
})
